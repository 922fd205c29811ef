# A worker that misbehaves on purpose, and the insides of the real one.
add_executable(media-hostile-worker media/hostile_worker.cpp)
target_link_libraries(media-hostile-worker PRIVATE kepu_media_worker kepu_warnings)
target_link_libraries(unit_media PRIVATE kepu_media_worker kepu_media_protocol PkgConfig::SECCOMP)
add_dependencies(unit_media kepu-media media-hostile-worker)
