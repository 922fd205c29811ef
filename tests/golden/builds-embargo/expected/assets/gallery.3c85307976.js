kepuReceive({"total":2,"part":60,"parts":[],"facets":{"contest":{"show":[0,1]},"category":{"yin-pin":[0,1]},"topic":{"ke-xue-ren-shi":[0,1]},"form":{"audio":[0,1]}}});
