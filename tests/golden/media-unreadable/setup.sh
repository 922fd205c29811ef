ln -s /etc/hostname assets/clip.mp4
