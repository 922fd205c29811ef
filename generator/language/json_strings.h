// The texts of a JSON document in an edition: every string that is a value; keys stay.
#pragma once

#include <string>
#include <string_view>

namespace kepu::language {

class Converter;

/// `json` as the program and its templates write it (also with \uXXXX). What is no JSON comes back
/// as it is. The result may stand in a script of HTML.
std::string convert_json(std::string_view json, const Converter& converter);

}  // namespace kepu::language
