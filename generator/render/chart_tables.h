// Tables that stand in texts, as CSV files to take away.
#pragma once

#include <string>

#include "base/document.h"
#include "model/data_table.h"
#include "model/site.h"

namespace kepu::render {

/// Where the table of a chart's own rows is published; named after its content.
std::string own_table_address(const model::DataTable& table);

void append_chart_tables(const model::Site& site, base::Documents& documents);

}  // namespace kepu::render
