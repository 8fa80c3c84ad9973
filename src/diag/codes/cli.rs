//! Codes of `cli` and `amend`: what is asked for on the command line.

super::codes! {
    no_site "C001" Error {
        message: "这里没有站点：找不到 `site.toml`（{path}）" / "there is no site here: no `site.toml` found ({path})",
        help: ["请先进入站点文件夹，或用 `--root 文件夹` 指明；要新建站点，请运行 `yuandi init 文件夹`" / "go to the site's folder, or name it with `--root DIR`; to make a new site, run `yuandi init DIR`"],
        about: "每个站点文件夹里都有一个 `site.toml`，yuandi 从当前文件夹向上找最近的一个。" / "Each site has a `site.toml` in its folder; yuandi looks for the nearest one upward from the working folder.",
        wrong: "yuandi build --root 下载",
        right: "yuandi build --root 党建园地",
    }
    bad_as_of "C002" Error {
        message: "`--as-of` 后面不是日期：`{value}`" / "not a date after `--as-of`: `{value}`",
        help: ["请写成 `--as-of 2026-03-31`" / "write `--as-of 2026-03-31`"],
        about: "`--as-of` 说明把哪一天当作今天；环境变量 `SOURCE_DATE_EPOCH` 写的是从 1970 年起的秒数。" / "`--as-of` says what today is; the variable `SOURCE_DATE_EPOCH` counts seconds since 1970.",
        wrong: "yuandi build --as-of 三月底",
        right: "yuandi build --as-of 2026-03-31",
    }
    folder_not_empty "C003" Error {
        message: "文件夹不是空的，没有动它：{path}" / "the folder is not empty and was left alone: {path}",
        help: ["请换一个新的文件夹名" / "choose the name of a new folder"],
        about: "`yuandi init` 只在空文件夹或还不存在的文件夹里新建站点，不会覆盖已有的文件。" / "`yuandi init` makes a site only in a folder that is empty or does not exist, and never overwrites anything.",
        wrong: "yuandi init 我的文档",
        right: "yuandi init 党建园地",
    }
    unknown_kind "C004" Error {
        message: "没有这种文稿：`{kind}`" / "no such kind of text: `{kind}`",
        help: ["是否想写 `{nearest}`？可以写：{kinds}" / "did you mean `{nearest}`? there are: {kinds}", "可以写：{kinds}" / "there are: {kinds}"],
        about: "`yuandi new` 后面先写文稿的种类，再写文件名。" / "`yuandi new` takes the kind of text first, then the file name.",
        wrong: "yuandi new activty theme-day",
        right: "yuandi new activity theme-day",
    }
    bad_note_name "C005" Error {
        message: "不能用这个文件名：`{name}`" / "this file name cannot be used: `{name}`",
        help: ["请用字母、数字、汉字和 `-`，例如 `2026/03-theme-day`；专栏文章要写成 `专栏编号/文件名`" / "use letters, digits and `-`, such as `2026/03-theme-day`; for a column write `column/name`"],
        about: "文件名会成为网页地址的一部分；不能有 `..`、盘符、`< > : \" \\ | ? *` 等符号。专栏文章放在专栏自己的文件夹里。" / "The file name becomes part of the address; `..`, drive letters and `< > : \" \\ | ? *` cannot stand in it. An article lives in the folder of its column.",
        wrong: "yuandi new news ../secret",
        right: "yuandi new news 2026-03-spring",
    }
    note_exists "C006" Error {
        message: "已经有这个文件，没有动它：{path}" / "this file exists and was left alone: {path}",
        help: ["请换一个文件名，或直接打开它修改" / "choose another name, or open the file and edit it"],
        about: "`yuandi new` 从不覆盖已有的文稿。" / "`yuandi new` never overwrites a text.",
        wrong: "yuandi new news spring（已有 spring.md）",
        right: "yuandi new news spring-2",
    }
    self_check_not_a_page "C007" Error {
        message: "自查表不能写到这里：{path}" / "the self-check cannot be written here: {path}",
        help: ["请写一个 .html 文件，它的文件夹要已经存在，例如 `--self-check 自查表.html`" / "give an .html file in a folder that exists, such as `--self-check self-check.html`"],
        about: "自查表是一个单独的网页，写在您指定的文件里；文件夹、快捷方式和别的格式都不行。" / "The self-check is one page in the file that you name; a folder, a link or another format will not do.",
        wrong: "yuandi check --self-check 自查表.docx",
        right: "yuandi check --self-check 自查表.html",
    }
    self_check_inside_site "C008" Error {
        message: "自查表不能放在站点的内容或成品里：{path}" / "the self-check cannot stand in the site's sources or output: {path}",
        help: ["请放到站点文件夹以外，或直接放在 `site.toml` 旁边" / "put it outside of the site, or beside `site.toml`"],
        about: "自查表写着还没有改好的问题，只供内部留存。放进成品文件夹就会被发布，放进 `content/` 就会被当成内容。" / "The self-check names what is still wrong and is for your own files. In the output it would be published, in `content/` it would be content.",
        wrong: "yuandi build --self-check public/check.html",
        right: "yuandi build --self-check 自查表.html",
    }
    self_check_not_written "C009" Error {
        message: "写不了自查表 {path}：{why}" / "the self-check {path} cannot be written: {why}",
        help: ["请检查磁盘空间和写入权限，或换一个文件夹" / "look at the space and the permissions of the disk, or choose another folder"],
        about: "自查表要么整份写好，要么原来的文件不动。" / "The self-check is written whole, or the file that was there stays.",
        wrong: "yuandi check --self-check Z:/自查表.html",
        right: "yuandi check --self-check 自查表.html",
    }
}
