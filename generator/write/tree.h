// One folder tree on disk through a descriptor: the primitive operations that publishing is made
// of. Addresses are relative and checked before (addresses.h). Failures of the system are thrown as
// EnvironmentFailure.
#pragma once

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kepu::write {

class Tree {
 public:
  /// Opens the folder `path`; `create` makes it first.
  enum class Mode { Open, Create };
  Tree(std::string path, Mode mode);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  const std::string& path() const { return path_; }

  /// True when the file exists here with exactly these bytes.
  bool holds(const std::string& address, std::string_view bytes) const;
  /// True when it holds what the file `source` (a path on disk) holds. Equal size and time count as
  /// equal content: copies take over the time of their source.
  bool holds_copy_of(const std::string& address, const std::string& source) const;

  /// Makes a new file (and its folders). Any thread.
  void write(const std::string& address, std::string_view bytes);
  void copy_from_disk(const std::string& address, const std::string& source);
  /// Takes a file of another tree over as a hard link, or as a copy where links are not possible.
  void adopt(const Tree& other, const std::string& address);

  /// All files below, sorted.
  std::vector<std::string> files() const;
  std::optional<std::string> read(const std::string& address) const;

 private:
  void make_folder_of(const std::string& address);
  int create_file(const std::string& address);

  std::string path_;
  int descriptor_ = -1;
  std::mutex folders_mutex_;
  std::set<std::string, std::less<>> folders_;
};

/// Removes a folder and all below; a missing one is fine.
void remove_tree(const std::string& path);

/// Puts the tree `next` where `current` is, in one step when the system can; afterwards the old
/// tree, if there was one, has the name `next`.
void exchange_trees(const std::string& next, const std::string& current);

}  // namespace kepu::write
