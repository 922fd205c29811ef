{
  echo '---'
  echo 'title: 第二条'
  echo 'date: 2024-05-15'
  echo -n 'description: '
  head -c 70000 /dev/zero | tr '\0' x
  printf '\n---\n正文。\n'
} > content/news/bad.md
