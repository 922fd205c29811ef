# What is written must read the same again.
target_link_libraries(unit_render PRIVATE kepu_captions)
# Another program's decoder reads the QR codes back.
find_package(PkgConfig REQUIRED)
pkg_check_modules(ZBAR REQUIRED IMPORTED_TARGET zbar)
target_link_libraries(unit_render PRIVATE PkgConfig::ZBAR)
