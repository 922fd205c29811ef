#include "media/share_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "base/system_reason.h"
#include "base/utf8.h"
#include "media/codes.h"
#include "media/content_hash.h"
#include "media/descriptor.h"

namespace kepu::media {

namespace {

// To start a worker takes as long as to draw so many.
constexpr std::size_t kPicturesPerWorker = 20;

/// One picture: what is asked, under which name it is kept, what came of it.
struct Drawing {
  const model::ShareText* text = nullptr;
  worker::Request request;
  base::Hash128 key;
  std::optional<CachedReply> reply;
};

// At most as much as the worker takes, and no half characters.
std::string shortened(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    std::size_t next = end;
    base::next_code_point(text, next);
    if (next > worker::kMaxShareTextBytes) break;
    end = next;
  }
  return std::string(text.substr(0, end));
}

worker::ShareCard card_of(const model::ShareDesign& design, const model::ShareText& text) {
  worker::ShareCard card;
  card.title = shortened(text.title);
  card.section = shortened(text.section);
  card.site = shortened(text.site);
  card.ground = design.ground;
  card.ink = design.ink;
  card.soft = design.soft;
  card.accent = design.accent;
  for (const auto& [x, y] : design.motif) card.motif.push_back({x, y});
  return card;
}

std::vector<Drawing> drawings_of(const MediaOptions& options, base::Hash128 font) {
  std::vector<Drawing> drawings;
  for (const model::ShareText& text : options.share_texts) {
    Drawing drawing;
    drawing.text = &text;
    drawing.request.job = static_cast<std::uint32_t>(drawings.size());
    drawing.request.task = worker::Task::Share;
    drawing.request.card = card_of(*options.share_design, text);
    drawing.key = cache_key(font, drawing.request);
    drawings.push_back(std::move(drawing));
  }
  return drawings;
}

// Without a picture a page has that of its section: what fails here is no mistake of the site.
void draw(Drawing& drawing, int font, MediaCache& cache, WorkerPool& pool, unsigned thread) {
  Answer answer = pool.ask(thread, font, drawing.request, -1);
  if (answer.reply && answer.reply->analysis.outcome == worker::Outcome::Ok)
    drawing.reply = cache.store(drawing.key, std::move(*answer.reply));
}

void report_lacking(const Drawing& drawing, base::Diagnostics& diagnostics) {
  const std::string& detail = drawing.reply->analysis.detail;
  const std::string_view mark = worker::kLacksCharacter;
  if (!detail.starts_with(mark)) return;
  const std::string digits = detail.substr(mark.size());
  const unsigned long number = std::strtoul(digits.c_str(), nullptr, 16);
  std::string character;
  if (number >= 0x20 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF))
    base::append_utf8(character, static_cast<char32_t>(number));
  diagnostics.add(codes::kShareCharacter, {drawing.text->source_path, {}, 1},
                  {{"character", character}, {"number", "U+" + digits}});
}

}  // namespace

void draw_share_pictures(const MediaOptions& options, const base::DiskFileSystem& site,
                         MediaCache& cache, WorkerPool& pool, Derivation& result,
                         base::Diagnostics& diagnostics) {
  if (!options.share_design || options.share_texts.empty()) return;
  const model::ShareDesign& design = *options.share_design;
  const base::Result<int> opened = site.open(design.font_path);
  const Descriptor font(opened ? *opened : -1);
  const auto content = font ? hash_of_file(font.get()) : std::nullopt;
  std::vector<Drawing> drawings;
  if (content) drawings = drawings_of(options, *content);
  base::parallel_for(drawings.size(), pool.size(),
                     [&](std::size_t i) { drawings[i].reply = cache.load(drawings[i].key); });
  std::vector<Drawing*> open;
  for (Drawing& drawing : drawings)
    if (!drawing.reply) open.push_back(&drawing);
  result.decoded += open.size();
  const auto threads = static_cast<unsigned>(
      std::min<std::size_t>(pool.size(), open.size() / kPicturesPerWorker + 1));
  base::parallel_for_threads(open.size(), threads, [&](std::size_t i, unsigned thread) {
    draw(*open[i], font.get(), cache, pool, thread);
  });
  bool complete = content.has_value();
  for (const Drawing& drawing : drawings) {
    result.cache_keys.insert(drawing.key);
    complete = complete && drawing.reply && drawing.reply->pictures.size() == 1;
    if (!drawing.reply || drawing.reply->pictures.size() != 1) continue;
    const CachedPicture& picture = drawing.reply->pictures.front();
    result.library.share_pictures.push_back(
        {drawing.text->address,
         {picture.width_px, picture.height_px, model::PictureFormat::Jpeg, picture.made}});
    report_lacking(drawing, diagnostics);
  }
  std::sort(result.library.share_pictures.begin(), result.library.share_pictures.end(),
            [](const auto& a, const auto& b) { return a.address < b.address; });
  if (!complete) diagnostics.add(codes::kShareFont, design.place, {{"file", design.font_path}});
}

}  // namespace kepu::media
