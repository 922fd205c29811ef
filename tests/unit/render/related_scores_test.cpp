// Which items are found to be related, and in which order.
#include "render/related_scores.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace kepu;
using render::RelatedGraph;
using render::RelatedItem;
using render::RelatedLimits;
using render::TermStrength;

namespace {

using Numbers = std::vector<std::uint32_t>;

/// Items named a, b, c …; all ask, all are offered, one day apart, the first the newest.
RelatedGraph graph_of(const std::vector<Numbers>& terms, std::size_t term_count) {
  static const std::vector<std::string> kPaths = [] {
    std::vector<std::string> paths;
    for (int i = 0; i < 1000; ++i) paths.push_back("p" + std::to_string(1000 + i));
    return paths;
  }();
  RelatedGraph graph;
  graph.terms.resize(term_count, TermStrength::Named);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    RelatedItem item;
    item.path = kPaths[i];
    item.date = 1000 - static_cast<std::int64_t>(i);
    item.terms = terms[i];
    item.asks = true;
    graph.items.push_back(item);
  }
  return graph;
}

Numbers related(const RelatedGraph& graph, std::size_t item, const RelatedLimits& limits = {},
                unsigned jobs = 1) {
  return render::find_related(graph, limits, jobs)[item];
}

}  // namespace

TEST_CASE("related items") {
  SECTION("a rare term counts more than a common one") {
    // Term 0 is shared by all, term 1 by the first and the last.
    const RelatedGraph graph = graph_of({{0, 1}, {0}, {0}, {0}, {0, 1}}, 2);
    CHECK(related(graph, 0) == Numbers{4});
  }
  SECTION("two common terms count more than one of them") {
    const RelatedGraph graph =
        graph_of({{0, 1}, {0}, {0, 1}, {1}, {}, {}, {}, {}, {}, {}, {}, {}}, 2);
    CHECK(related(graph, 0) == Numbers{2, 1, 3});
  }
  SECTION("equal scores go by date, newer first, then by path") {
    RelatedGraph graph = graph_of({{0}, {0}, {0}, {0}, {}, {}, {}, {}, {}, {}, {}, {}, {}}, 1);
    graph.items[1].date = 5;
    graph.items[2].date = 5;
    graph.items[3].date = 6;
    CHECK(related(graph, 0) == Numbers{3, 1, 2});
    std::swap(graph.items[1].path, graph.items[2].path);
    CHECK(related(graph, 0) == Numbers{3, 2, 1});
  }
  SECTION("links count in either direction, the own ones more") {
    RelatedGraph graph = graph_of({{}, {}, {}, {}}, 0);
    graph.items[0].links = {2};
    graph.items[1].links = {0};
    CHECK(related(graph, 0) == Numbers{2, 1});
    CHECK(related(graph, 2) == Numbers{0});
    CHECK(related(graph, 3).empty());
  }
  SECTION("items of one collection are related") {
    RelatedGraph graph = graph_of({{}, {}, {}}, 0);
    graph.group_count = 1;
    graph.items[0].groups = {0};
    graph.items[2].groups = {0};
    CHECK(related(graph, 0) == Numbers{2});
    CHECK(related(graph, 1).empty());
  }
  SECTION("a broad term brings nothing together, but decides") {
    RelatedGraph graph = graph_of({{0, 1}, {0}, {0, 1}, {1}, {}, {}, {}, {}, {}, {}, {}, {}}, 2);
    graph.terms[1] = TermStrength::Broad;
    CHECK(related(graph, 0) == Numbers{2, 1});
    CHECK(related(graph, 3).empty());
  }
  SECTION("what all share relates nobody") {
    CHECK(related(graph_of({{0}, {0}, {0}, {0}}, 1), 0).empty());
  }
  SECTION("families, and what is not offered, are left out") {
    RelatedGraph graph = graph_of({{0}, {0}, {0}, {0}, {}, {}, {}, {}, {}, {}, {}, {}}, 1);
    graph.items[0].family = 7;
    graph.items[1].family = 7;
    graph.items[2].offered_by_terms = false;
    CHECK(related(graph, 0) == Numbers{3});
    graph.items[0].links = {1, 2};
    CHECK(related(graph, 0) == Numbers{2, 3});
    graph.items[3].offered_by_links = false;
    CHECK(related(graph, 0) == Numbers{2});
    CHECK(related(graph, 3) == Numbers{0, 1});
    graph.items[3].asks = false;
    CHECK(related(graph, 3).empty());
  }
  SECTION("no more than asked for") {
    std::vector<Numbers> terms(40);
    for (std::size_t i = 0; i < 9; ++i) terms[i] = {0};
    CHECK(related(graph_of(terms, 1), 0) == Numbers{1, 2, 3, 4, 5});
    CHECK(related(graph_of(terms, 1), 0, {2, 32}) == Numbers{1, 2});
  }
}

TEST_CASE("a term that very many share is looked through near the item alone") {
  std::vector<Numbers> terms(1000);
  for (std::size_t i = 0; i < 400; ++i) terms[i] = {0};
  const RelatedGraph graph = graph_of(terms, 1);
  const RelatedLimits limits{4, 3};
  SECTION("the newest of the neighbours come first") {
    CHECK(related(graph, 200, limits) == Numbers{197, 198, 199, 201});
  }
  SECTION("at both ends the window is as wide") {
    CHECK(related(graph, 0, limits) == Numbers{1, 2, 3, 4});
    CHECK(related(graph, 399, limits) == Numbers{394, 395, 396, 397});
  }
  SECTION("scores count everything that is shared, also outside of the window") {
    RelatedGraph linked = graph;
    linked.items[200].links = {350, 600};
    CHECK(related(linked, 200, limits) == Numbers{350, 600, 197, 198});
  }
  SECTION("any number of threads finds the same") {
    CHECK(render::find_related(graph, limits, 1) == render::find_related(graph, limits, 4));
  }
}
