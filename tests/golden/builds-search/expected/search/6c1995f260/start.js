kepuSearch("start",{"shelves":[["动态","图文",0],["动态","栏目和征集",2]],
"documents":3,"step":64,
"synonyms":[],
"terms":"0co2"});
