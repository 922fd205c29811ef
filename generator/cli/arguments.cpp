#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <span>

#include "base/suggest.h"
#include "cli/texts.h"

namespace kepu::cli {

namespace {

using base::Language;

constexpr const char* kPlannedCommands[] = {"init", "new", "serve", "import", "awards", "pack"};

// `--lang` must be known before the texts of the options are made.
Language find_language(std::span<const char* const> words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    std::string_view value;
    if (word.starts_with("--lang=")) value = word.substr(7);
    if (word == "--lang" && i + 1 < words.size()) value = words[i + 1];
    if (value.starts_with("zh")) return Language::Chinese;
    if (value.starts_with("en")) return Language::English;
  }
  return language_of_environment();
}

// "3/8": the third of eight equal shares.
std::optional<media::Shard> parse_shard(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = [](std::string_view digits) -> unsigned {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
  };
  const media::Shard shard{number(text.substr(0, slash)), number(text.substr(slash + 1))};
  const bool right =
      shard.number >= 1 && shard.number <= shard.count && shard.count <= media::kMaxShards;
  return right ? std::optional(shard) : std::nullopt;
}

// The texts of options that need a value of a certain form.
struct RawOptions {
  std::string base_url;
  std::string as_of;
  std::string format = "human";
  std::string color = "auto";
  std::string lang;
  std::string shard;
};

class Parser {
 public:
  explicit Parser(Language language) : language_(language) {
    arguments_.language = language;
    app_.name("kepu");
    app_.description(text(texts::kProgram));
    app_.footer(text(texts::kMoreHelp));
    app_.option_defaults()->group(text(texts::kOptions));
    app_.set_help_flag("-h,--help", text(texts::kHelp));
    app_.set_version_flag("--version", std::string("kepu ") + KEPU_VERSION, text(texts::kVersion));
    app_.get_formatter()->label("OPTIONS", text(texts::kOptions));
    app_.get_formatter()->label("SUBCOMMAND", "COMMAND");
    app_.get_formatter()->label("Usage", text(texts::kUsage));
    app_.get_formatter()->label("Options", text(texts::kOptions));
    app_.get_formatter()->label("Subcommands", text(texts::kCommands));
    app_.get_formatter()->label("Positionals", text(texts::kOptions));
    add_lang(app_);
    build_ = add_site_command("build", texts::kBuild);
    build_->add_option("--out", arguments_.out, text(texts::kOut))->type_name("DIR");
    add_base_url(*build_);
    check_ = add_site_command("check", texts::kCheck);
    add_base_url(*check_);
    media_ = add_media_command();
    explain_ = add_command("explain", texts::kExplain);
    explain_->add_option("CODE", arguments_.code, text(texts::kCode));
    explain_->add_flag("--list", arguments_.list, text(texts::kList));
    explain_->add_flag("--markdown", arguments_.markdown, text(texts::kMarkdown));
    add_format(*explain_);
    add_lang(*explain_);
    version_ = add_command("version", texts::kVersion);
    add_format(*version_);
    add_lang(*version_);
  }

  std::variant<Arguments, Exit> parse(std::span<const char* const> words) {
    if (auto refused = refuse_command(words)) return *refused;
    try {
      app_.parse(static_cast<int>(words.size()), words.data());
    } catch (const CLI::Success& success) {
      std::ostringstream out;
      app_.exit(success, out, out);
      return Exit{0, out.str()};
    } catch (const CLI::ParseError& error) {
      return usage_error(texts::kUsageError, {{"reason", error.what()}});
    }
    if (build_->parsed()) arguments_.command = Command::Build;
    if (check_->parsed()) arguments_.command = Command::Check;
    if (media_->parsed()) arguments_.command = Command::Media;
    if (explain_->parsed()) arguments_.command = Command::Explain;
    if (version_->parsed()) arguments_.command = Command::Version;
    if (app_.get_subcommands().empty()) {
      return Exit{2, std::string(text(texts::kNoCommand)) + "\n\n" + app_.help()};
    }
    return typed();
  }

 private:
  std::string text(base::Bilingual bilingual) const {
    return std::string(in(language_, bilingual));
  }

  Exit usage_error(base::Bilingual message, std::vector<base::Argument> values) const {
    return {2, "kepu: " + fill(message, language_, values) + "\n" + text(texts::kMoreHelp) + "\n"};
  }

  // Said by ourselves, in the user's language and with a suggestion.
  std::optional<Exit> refuse_command(std::span<const char* const> words) const {
    const auto word = std::find_if(words.begin() + 1, words.end(),
                                   [](const char* item) { return item[0] != '-'; });
    const bool first_is_command = words.size() > 1 && word == words.begin() + 1;
    if (!first_is_command) return std::nullopt;
    const std::string name = *word;
    std::vector<std::string> known;
    for (const CLI::App* command : app_.get_subcommands(nullptr))
      known.push_back(command->get_name());
    if (std::find(known.begin(), known.end(), name) != known.end()) return std::nullopt;
    const bool planned = std::any_of(std::begin(kPlannedCommands), std::end(kPlannedCommands),
                                     [&name](const char* item) { return name == item; });
    Exit exit = usage_error(planned ? texts::kNotYet : texts::kUnknownCommand, {{"name", name}});
    const std::string near = planned ? "" : base::nearest_name(name, known);
    if (!near.empty()) exit.text += "  → kepu " + near + "\n";
    return exit;
  }

  // Commands inherit the options' group and the help from the program.
  CLI::App* add_command(const char* name, base::Bilingual description) {
    return app_.add_subcommand(name, text(description))->group(text(texts::kCommands));
  }

  CLI::App* add_site_command(const char* name, base::Bilingual description) {
    CLI::App* command = add_command(name, description);
    command->add_option("--site", arguments_.site, text(texts::kSite))->type_name("DIR");
    command->add_option("--jobs,-j", arguments_.jobs, text(texts::kJobs))
        ->type_name("N")
        ->check(CLI::Range(1U, 256U));
    command->add_flag("--drafts", arguments_.drafts, text(texts::kDrafts));
    command->add_flag("--future", arguments_.future, text(texts::kFuture));
    command->add_option("--as-of", raw_.as_of, text(texts::kAsOf))->type_name("DATE");
    command->add_flag("--strict", arguments_.strict, text(texts::kStrict));
    command->add_option("--cache", arguments_.cache, text(texts::kCache))->type_name("DIR");
    command->add_flag_callback(
        "--no-sandbox", [this] { arguments_.sandbox = false; }, text(texts::kNoSandbox));
    command->add_option("--color", raw_.color, text(texts::kColor))->type_name("WHEN");
    command->add_flag("--quiet,-q", arguments_.quiet, text(texts::kQuiet));
    add_format(*command);
    add_lang(*command);
    return command;
  }

  void add_base_url(CLI::App& command) {
    command.add_option("--base-url", raw_.base_url, text(texts::kBaseUrl))->type_name("URL");
  }

  CLI::App* add_media_command() {
    CLI::App* command = add_site_command("media", texts::kMedia);
    CLI::Option* explain =
        command->add_option("--explain", arguments_.explain, text(texts::kExplainPoster))
            ->type_name("ENTRY");
    command->add_option("--out", arguments_.out, text(texts::kContactSheet))
        ->type_name("FILE")
        ->needs(explain);
    CLI::Option* shard =
        command->add_option("--shard", raw_.shard, text(texts::kShard))->type_name("K/N");
    CLI::Option* prune = command->add_flag("--prune", arguments_.prune, text(texts::kPrune));
    explain->excludes(shard)->excludes(prune);
    shard->excludes(prune);
    return command;
  }

  void add_format(CLI::App& command) {
    command.set_help_flag("-h,--help", text(texts::kHelp));
    command.add_option("--format", raw_.format, text(texts::kFormat))->type_name("FORMAT");
  }

  void add_lang(CLI::App& command) {
    command.add_option("--lang", raw_.lang, text(texts::kLang))->type_name("zh|en");
  }

  std::variant<Arguments, Exit> typed() {
    if (!raw_.as_of.empty()) {
      arguments_.as_of = base::parse_date_time(raw_.as_of);
      if (!arguments_.as_of) return usage_error(texts::kWrongDate, {{"value", raw_.as_of}});
    }
    if (!raw_.shard.empty()) {
      const std::optional<media::Shard> shard = parse_shard(raw_.shard);
      if (!shard) return usage_error(texts::kWrongShard, {{"value", raw_.shard}});
      arguments_.shard = *shard;
    }
    if (!raw_.base_url.empty()) {
      if (!raw_.base_url.starts_with("http://") && !raw_.base_url.starts_with("https://")) {
        return usage_error(texts::kWrongUrl, {{"value", raw_.base_url}});
      }
      if (!raw_.base_url.ends_with('/')) raw_.base_url += '/';
      arguments_.base_url = raw_.base_url;
    }
    if (raw_.format == "json") {
      arguments_.format = OutputFormat::Json;
    } else if (raw_.format != "human") {
      return wrong_value("--format", raw_.format, "human, json");
    }
    if (raw_.color == "always") {
      arguments_.color = ColorChoice::Always;
    } else if (raw_.color == "never") {
      arguments_.color = ColorChoice::Never;
    } else if (raw_.color != "auto") {
      return wrong_value("--color", raw_.color, "auto, always, never");
    }
    if (!raw_.lang.empty() && !raw_.lang.starts_with("zh") && !raw_.lang.starts_with("en")) {
      return wrong_value("--lang", raw_.lang, "zh, en");
    }
    return arguments_;
  }

  Exit wrong_value(const char* name, const std::string& value, const char* choices) const {
    return usage_error(texts::kWrongValue,
                       {{"name", name}, {"value", value}, {"choices", choices}});
  }

  Language language_;
  CLI::App app_;
  CLI::App* build_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* media_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* version_ = nullptr;
  Arguments arguments_;
  RawOptions raw_;
};

}  // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale = value;
    const bool is_plain = locale == "C" || locale == "POSIX" || locale.starts_with("C.");
    return locale.starts_with("zh") || is_plain ? Language::Chinese : Language::English;
  }
  return Language::Chinese;
}

std::variant<Arguments, Exit> parse_arguments(int count, const char* const* words) {
  const std::span<const char* const> all(words, static_cast<std::size_t>(count));
  return Parser(find_language(all)).parse(all);
}

}  // namespace kepu::cli
