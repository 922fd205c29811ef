# What is written must read the same again.
target_link_libraries(unit_render PRIVATE kepu_captions)
