mkdir public
echo mine > public/notes.txt
