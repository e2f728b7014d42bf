# Search.

search-title = Search
search-label = Words, people, places, years
search-do = Find
search-hint = For example: beach 2019 Leo
search-offers = Suggestions
search-begin = A few beginnings
search-nothing = Nothing found
search-nothing-hint = Fewer words find more. A year, a name or a place alone is a good beginning.
search-years = Years
search-pages = Pages
search-page = { $page } of { $pages }
search-before = Before
search-after = After
search-kind-person = person
search-kind-place = place
search-kind-year = year
search-kind-word = word
search-kept-back = What is put away or asks first is not looked through.
search-kept-with-care = { $name } is kept with care.
search-kept-open = Open?
