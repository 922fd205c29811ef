mkdir .kepu
touch .kepu/cache
