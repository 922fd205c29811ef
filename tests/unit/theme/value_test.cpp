// Values and maps: building, sharing, borrowing.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "theme/value.h"

using namespace kepu::theme;

TEST_CASE("A value is small and tells its kind") {
  static_assert(sizeof(Value) == 16);
  CHECK(Value().is_undefined());
  CHECK(Value(nullptr).is_none());
  CHECK(Value(true).boolean());
  CHECK(Value(7).integer() == 7);
  CHECK(Value(std::size_t{7}).integer() == 7);
  CHECK(Value(2.5).number() == 2.5);
  CHECK(Value("text").text() == "text");
  CHECK(Value("text").kind() == Kind::String);
  CHECK(safe("<b>").is_safe());
  CHECK(Value(List{1, "two"}).items()[1].text() == "two");
  CHECK(Value::tuple(List{1}).list_form() == ListForm::Tuple);
}

TEST_CASE("A map keeps the order of its fields and replaces values") {
  Map map;
  map.set("b", 1).set("a", 2).set("b", 3);
  REQUIRE(map.size() == 2);
  CHECK(map.begin()->name() == "b");
  CHECK(map.find("b")->integer() == 3);
  CHECK(map.find("c") == nullptr);
}

TEST_CASE("A large map finds all its fields, also when their hashes meet") {
  Map map;
  for (int i = 0; i < 5000; ++i) map.set("field" + std::to_string(i), i);
  REQUIRE(map.size() == 5000);
  for (int i = 0; i < 5000; ++i) {
    const Value* found = map.find("field" + std::to_string(i));
    REQUIRE(found != nullptr);
    REQUIRE(found->integer() == i);
  }
  map.set("field17", "new");
  CHECK(map.find("field17")->text() == "new");
  CHECK(map.find("field5000") == nullptr);
}

TEST_CASE("Copies share, borrowed copies do not count") {
  const Value value(std::string(1000, 'x'));
  const std::vector<Value> copies(2, value);
  const Value borrowed = value.borrowed();
  CHECK(copies[1].text().data() == value.text().data());
  CHECK(borrowed.text().data() == value.text().data());
  CHECK(copies[0].owns());
  CHECK_FALSE(borrowed.owns());
}

TEST_CASE("A moved-in text is not copied, a view keeps none") {
  std::string text(1000, 'x');
  const char* const data = text.data();
  const Value value(std::move(text));
  CHECK(value.text().data() == data);
  const std::string kept = "kept elsewhere";
  CHECK(Value::view(kept).text().data() == kept.data());
  CHECK(Value::safe_view(kept).is_safe());
}

TEST_CASE("A value is assigned to itself, moved and swapped without harm") {
  Value value(List{"a", "b"});
  const Value& same = value;
  value = same;
  REQUIRE(value.items().size() == 2);
  Value other = std::move(value);
  CHECK(other.items()[0].text() == "a");
  value = other.items()[1];
  CHECK(value.text() == "b");
  other = Value(other.items()[0]);
  CHECK(other.text() == "a");
}

TEST_CASE("A map of a map knows how deep it is nested") {
  Map inner;
  inner.set("list", List{1, List{2}});
  const Value list(List{Value(std::move(inner))});
  CHECK(list.nesting() == 4);
  CHECK(Value(1).nesting() == 0);
}
