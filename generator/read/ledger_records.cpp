#include "read/ledgers.h"
#include "read/records.h"

namespace kepu::read {

using model::Fact;
using model::GlossaryName;
using model::GlossaryTerm;

namespace {

// A text that is told of at its place when other texts are known.
struct PlacedText {
  using Value = GlossaryName;
  std::optional<Value> read(Reading& reading, std::string_view field, const Node& node) const {
    auto text = read_text(reading, field, node);
    if (!text) return std::nullopt;
    return GlossaryName{std::move(*text), node.mark.position};
  }
  Shape shape() const { return Text{100}.shape(); }
};

const Record<GlossaryTerm>& term_record() {
  // `definition` is Markdown: ledgers.cpp hands it to the Markdown room.
  static const Record<GlossaryTerm> record =
      Record<GlossaryTerm>("glossary-term", {"一个术语", "A term"})
          .placed_at(&GlossaryTerm::position)
          .required("id", Id{}, &GlossaryTerm::id,
                    {"编号：术语表网址里 # 后面的部分", "Its anchor on the page of the glossary"})
          .required("term", PlacedText{}, &GlossaryTerm::term, {"术语", "The term"})
          .optional("sort_key", Text{}, &GlossaryTerm::sort_key,
                    {"排序拼音：有多音字时填写，如 tan hui", "Pinyin, where a character needs it"})
          .optional("english", Text{200}, &GlossaryTerm::english, {"英文", "In English"})
          .optional(
              "aliases", List{PlacedText{}}, &GlossaryTerm::aliases,
              {"别名：正文里意思相同的其他写法", "Other names of the same thing as texts use them"})
          .required("definition", Text{1000}, [](GlossaryTerm&, const std::string&) {},
                    {"解释：40 到 120 字，说大家听得懂的话，Markdown 格式",
                     "What it means, in plain words, in Markdown"})
          .optional("sources", List{Part{citation_record()}}, &GlossaryTerm::sources,
                    {"资料：解释的出处", "Sources of the definition"})
          .optional("see", List{PlacedText{}}, &GlossaryTerm::see,
                    {"参见：相关术语的编号", "Ids of related terms"})
          .optional("automatic", Flag{}, &GlossaryTerm::automatic,
                    {"自动解释：false 表示正文里不自动认这个词，用于常有别的意思的词，默认 true",
                     "false: never found in texts by itself, for words that often mean something "
                     "else; true by default"});
  return record;
}

const Record<Fact>& fact_record() {
  static const Record<Fact> record =
      Record<Fact>("fact", {"一个数据", "A fact"})
          .placed_at(&Fact::position)
          .checked_by(check_fact)
          .required("id", Id{}, &Fact::id,
                    {"编号：正文里用它引用这个数据", "By which texts name the fact"})
          .optional("group", Text{100}, &Fact::group,
                    {"分组：台账里的小标题", "Heading in the ledger"})
          .required("value", Text{100}, &Fact::value,
                    {"数值，照原样显示，如 12.06、7%—10%", "The number as it is to be printed"})
          .optional("unit", Text{50}, &Fact::unit, {"单位，如 亿千瓦、ppm", "Unit"})
          .required("text", Text{300}, &Fact::text, {"这个数字是什么", "What the number is"})
          .required("vintage", Text{}, &Fact::vintage,
                    {"数据时点：年、年月或日期，如 2024-07",
                     "Of when it is: a year, month or day, such as 2024-07"})
          .required("source", Part{citation_record()}, &Fact::source,
                    {"资料来源", "Where it comes from"})
          .required("review_by", Day{}, &Fact::review_by,
                    {"复核日期：到这一天要重新核对，过期会提醒",
                     "The day by which it is to be checked again; a warning comes after it"})
          .optional("note", Text{500}, &Fact::note,
                    {"说明：口径、范围、与别处数字不同的原因",
                     "What it covers, and why other figures may differ"})
          .optional("replaces", Id{}, Placed{&Fact::replaces, &Fact::replaces_position},
                    {"取代：旧数据的编号", "Id of the fact that it replaces"});
  return record;
}

}  // namespace

const Record<std::vector<GlossaryTerm>>& glossary_record() {
  using AllTerms = std::vector<GlossaryTerm>;
  static const Record<AllTerms> record =
      Record<AllTerms>("glossary", {"术语表 content/glossary.json", "content/glossary.json"})
          .required("terms", List{Part{term_record()}},
                    [](AllTerms& all, AllTerms terms) { all = std::move(terms); },
                    {"术语，次序不限，页面上按拼音排", "Terms in any order; pages sort by pinyin"});
  return record;
}

const Record<std::vector<Fact>>& facts_record() {
  using AllFacts = std::vector<Fact>;
  static const Record<AllFacts> record =
      Record<AllFacts>("facts", {"数据台账 content/facts.json", "content/facts.json"})
          .required("facts", List{Part{fact_record()}},
                    [](AllFacts& all, AllFacts facts) { all = std::move(facts); },
                    {"数据，按台账里的次序", "Facts in the order of the ledger"});
  return record;
}

}  // namespace kepu::read
