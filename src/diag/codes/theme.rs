//! Codes of `theme`.

super::codes! {
    unknown_theme "T001" Error {
        message: "没有这个主题：`{name}`" / "there is no theme of this name: `{name}`",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "自带的主题叫 `default`；自己的主题放在 `themes/{name}/` 里" / "the built-in theme is `default`; your own goes into `themes/{name}/`",
        ],
        about: "`site.toml` 里的 `theme` 要么是 `default`，要么是 `themes/` 下一个文件夹的名字。" / "`theme` in `site.toml` is `default` or the name of a folder below `themes/`.",
        wrong: "theme = \"defualt\"",
        right: "theme = \"default\"",
    }
    unused_theme_file "T002" Warning {
        message: "主题里的这个文件不会被用到：`{path}`" / "this file of the theme is not used: `{path}`",
        help: [
            "文件夹名是否想写 `{near}`？" / "did you mean the folder `{near}`?",
            "可用的位置：`templates/*.html`、`styles/*.css`、`scripts/*.js`、`words/*.toml`、`icons/*.svg`、`theme.toml`" / "places that count: `templates/*.html`, `styles/*.css`, `scripts/*.js`, `words/*.toml`, `icons/*.svg`, `theme.toml`",
        ],
        about: "主题只读取固定位置的文件；放在别处的文件不起作用，也不会发布。" / "A theme is read from fixed places; files elsewhere have no effect and are not published.",
        wrong: "themes/default/template/home.html",
        right: "themes/default/templates/home.html",
    }
    unknown_theme_key "T003" Warning {
        message: "`theme.toml` 里没有这一项：`{key}`" / "`theme.toml` has no such key: `{key}`",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "可用的项：`name`、`styles`、`scripts`、`lazy`" / "keys that count: `name`, `styles`, `scripts`, `lazy`",
        ],
        about: "写错的项不起作用。" / "A key that is written wrongly has no effect.",
        wrong: "style = [\"tokens\", \"base\"]",
        right: "styles = [\"tokens\", \"base\"]",
    }
    missing_theme_part "T004" Error {
        message: "`theme.toml` 提到的文件不存在：`{name}`" / "`theme.toml` names a file that does not exist: `{name}`",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "请添加这个文件，或从清单里去掉它" / "add the file, or remove it from the list",
        ],
        about: "`styles` 和 `scripts` 列出文件名（不带扩展名），决定先后次序。" / "`styles` and `scripts` list names of files without their ending, in the order in which they count.",
        wrong: "styles = [\"tokens\", \"bass\"]",
        right: "styles = [\"tokens\", \"base\"]",
    }
    unknown_theme_word "T005" Warning {
        message: "主题里没有这个用语：`{word}`" / "the theme has no such word: `{word}`",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "用语的名字与自带主题的 `words` 文件一致，多出来的不起作用" / "words have the names of the built-in `words` file; others have no effect",
        ],
        about: "`themes/<主题>/words/*.toml` 可以改写页面上的固定用语；名字对不上的用语不会出现在任何页面上。" / "`themes/<theme>/words/*.toml` replaces the fixed words of pages; a word of another name appears nowhere.",
        wrong: "[section]\nactivites = \"支部活动\"",
        right: "[section]\nactivities = \"支部活动\"",
    }
    wrong_word_type "T006" Error {
        message: "这个用语的写法与自带主题不同：`{word}`" / "this word is written in another form than in the built-in theme: `{word}`",
        help: ["一个用语写成带引号的文字；一组用语写成 `[组名]` 下面的几行" / "a word is a text in quotes; a group of words is a `[table]` with lines below it"],
        about: "用语是文字，或是一组用语；少数用语（月份名）是固定长度的清单。" / "A word is a text or a group of words; a few (names of months) are lists of a fixed length.",
        wrong: "section = \"栏目\"",
        right: "[section]\nactivities = \"支部活动\"",
    }
    unreadable_theme_file "T007" Error {
        message: "读不到主题文件：`{path}`" / "cannot read this file of the theme: `{path}`",
        help: ["请检查文件是否被别的程序占用" / "check whether another program holds the file"],
        about: "文件存在，但在生成过程中读不出来，或读取时被改动了。" / "The file exists but could not be read, or changed while it was being read.",
        wrong: "themes/default/styles/site.css（没有读取权限）",
        right: "themes/default/styles/site.css（可以读取）",
    }
    template_syntax "T101" Error {
        message: "模板这一处的写法有误" / "this template cannot be understood here",
        help: ["请对照自带主题的同名模板检查这一处；标签写作 `{% … %}`，值写作双花括号（模板引擎的说明：{why}）" / "compare with the built-in template of the same name; tags are `{% … %}`, values stand in double braces (the engine says: {why})"],
        about: "模板使用 Tera 语法：标签要成对，字符串要有引号，表达式要完整。" / "Templates are written in Tera: tags come in pairs, texts have quotes, expressions are whole.",
        wrong: "{% if page.title %}……（没有 {% endif %}）",
        right: "{% if page.title %}……{% endif %}",
    }
    template_unknown_name "T102" Error {
        message: "模板提到了不存在的名字：`{name}`" / "a template names something that does not exist: `{name}`",
        help: ["请检查被引用的模板、部件、过滤器或函数的名字；自带模板的名字是 `builtin/…`" / "check the name of the template, component, filter or function; built-in templates are `builtin/…`"],
        about: "模板可以继承、包含其他模板，也可以使用部件和过滤器；这些名字必须存在。" / "Templates extend and include others and use components and filters; their names must exist.",
        wrong: "{% include \"parts/haeder.html\" %}",
        right: "{% include \"parts/header.html\" %}",
    }
    template_loop "T103" Error {
        message: "模板互相引用，绕成了圈：{chain}" / "templates lead back to themselves: {chain}",
        help: ["请去掉圈里的一处 `include` 或 `extends`；要继承同名的自带模板，请写 `builtin/…`" / "remove one `include` or `extends`; to extend the built-in template of the same name write `builtin/…`"],
        about: "一个模板直接或间接包含自己，页面永远画不完。" / "A template that includes itself, directly or by way of others, would never end.",
        wrong: "home.html：{% extends \"home.html\" %}",
        right: "home.html：{% extends \"builtin/home.html\" %}",
    }
    template_undefined "T104" Error {
        message: "模板用到了不存在的值 `{name}`（页面 `{page}`）" / "a template uses a value that does not exist: `{name}` (page `{page}`)",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "请检查拼写；不一定有的值先用 `{% if … %}` 判断" / "check the spelling; ask with `{% if … %}` for values that may be missing",
        ],
        about: "每种页面提供固定的一组值；写错名字不会悄悄变成空白，而是在这里报告。" / "Every kind of page offers fixed values; a wrong name is reported here and not drawn as nothing.",
        wrong: "<h1> page.titel </h1>（写在双花括号里）",
        right: "<h1> page.title </h1>（写在双花括号里）",
    }
    template_too_deep "T105" Error {
        message: "模板一层套一层，太深了" / "templates are nested too deeply",
        help: ["请减少 `include` 的层数；部件不要无止境地调用自己" / "use fewer levels of `include`; a component must not call itself without end"],
        about: "包含与继承最多 64 层，部件最多 20 层：更深的通常是绕了圈。" / "At most 64 levels of includes and parents and 20 of components: more is usually a loop.",
        wrong: "部件 a 总是调用部件 a",
        right: "部件 a 只在还有下一级时调用自己",
    }
    template_runaway "T106" Error {
        message: "模板里的循环没有尽头（页面 `{page}`）" / "a loop of this template has no end (page `{page}`)",
        help: ["`range` 的次数加起来不能超过二十万；请循环页面自己的内容" / "the steps of `range` add up to 200,000 at most; loop over the values of the page"],
        about: "模板只负责摆放内容，不做计算；巨大的循环会让生成停住，所以有上限。" / "Templates place values and compute nothing; a giant loop would stop the build, so there is a limit.",
        wrong: "{% for i in range(end=1000000000) %}…{% endfor %}",
        right: "{% for card in page.content.cards %}…{% endfor %}",
    }
    page_too_large "T107" Error {
        message: "页面超过 16 MB：`{page}`" / "this page is larger than 16 MB: `{page}`",
        help: ["请检查模板里的循环，或把内容分成几页" / "check the loops of the template, or split the content into pages"],
        about: "这样大的页面在手机上打不开；多半是模板重复输出了同样的内容。" / "No phone opens such a page; usually a template writes the same again and again.",
        wrong: "循环里套循环，每次都输出全部内容",
        right: "列表分页，每页二十条",
    }
    theme_fault "T108" Error {
        message: "自带的模板画不出这一页（`{page}`）：{why}" / "a built-in template could not draw this page (`{page}`): {why}",
        help: ["这多半是程序的错误，请把这条信息反馈给开发者；若替换过模板，请先移开再试" / "this is most likely our fault, please report it; if the site replaces templates, try without them"],
        about: "自带模板应当能画出任何合法的页面；替换其中一部分之后，缺少的值可能让其余部分出错。" / "The built-in templates draw every valid page; replacing a part of them may leave others without a value.",
        wrong: "替换 parts/date.html 后删掉了其中的部件",
        right: "保留原有部件的名字和参数",
    }
    template_misfit "T109" Error {
        message: "几个模板对不上：`{name}`" / "templates do not fit together: `{name}`",
        help: ["请检查重复定义的部件，以及上级模板里没有的 `block`（模板引擎的说明：{why}）" / "check components that are defined twice and blocks that no parent has (the engine says: {why})"],
        about: "同名部件只能定义一次；下级模板只能填写上级模板里已有的 `block`。" / "A component is defined once; a template fills only blocks that its parent has.",
        wrong: "{% block mian %}…{% endblock %}",
        right: "{% block main %}…{% endblock %}",
    }
    template_value "T110" Error {
        message: "模板在这里用错了值（页面 `{page}`）" / "a template uses a value in a wrong way (page `{page}`)",
        help: ["请检查这个值是文字、数字还是清单，可能没有的值先用 `{% if … %}` 判断（模板引擎的说明：{why}）" / "check whether the value is a text, a number or a list, and ask with `{% if … %}` for values that may be missing (the engine says: {why})"],
        about: "例如拿文字做加法、在不是清单的值上循环、输出没有的值。" / "Such as adding texts, looping over what is no list, or writing a value that is missing.",
        wrong: "{% for letter in page.title %}…{% endfor %}",
        right: "{% for crumb in page.crumbs %}…{% endfor %}",
    }
}
