# OpenCC itself, to compare our tables with.
find_package(PkgConfig REQUIRED)
pkg_check_modules(OPENCC REQUIRED IMPORTED_TARGET opencc)
target_link_libraries(unit_language PRIVATE PkgConfig::OPENCC)
