//! Codes of `model` about tables: M5xx the table as a whole, M6xx one cell, M7xx rows against each other.

super::codes! {
    unknown_word_group "M501" Error {
        message: "词汇表里没有这个类别：`{group}`" / "there is no group of words called `{group}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可用的类别：{groups}" / "the groups are: {groups}"],
        about: "`data/vocabulary.toml` 给已有的类别增加、改名或去掉词；类别本身是固定的。" / "`data/vocabulary.toml` adds, renames and removes words of the groups that exist; the groups themselves are given.",
        wrong: "[topik]\nwelding = \"焊接\"",
        right: "[topic]\nwelding = \"焊接\"",
    }
    not_a_word "M502" Error {
        message: "`{word}` 后面要写词的名称，或写 `false` 去掉它" / "behind `{word}` stands neither the label of a word nor `false`",
        help: ["请写成 `{word} = \"名称\"`，并放在 `[类别]` 下面" / "write `{word} = \"label\"` below the `[group]` it belongs to"],
        about: "词汇表的每一行是“标识 = 名称”；有几种写法时写成列表，第一个用于显示；`false` 去掉自带的词。" / "Each line of the vocabulary is `id = label`; several ways of writing make a list, whose first is shown; `false` removes a shipped word.",
        wrong: "[topic]\nwelding = 3",
        right: "[topic]\nwelding = \"焊接\"",
    }
    bad_word_id "M503" Error {
        message: "这个标识不能用：`{word}`" / "this cannot be the id of a word: `{word}`",
        help: ["标识只用小写英文字母、数字和 `_`，以字母开头；中文写在等号后面" / "an id has lower-case letters, digits and `_`, and begins with a letter; the label goes behind the equals sign"],
        about: "标识会出现在网址和公式里，所以只能用简单的字符。" / "Ids stand in addresses and formulas, so they are plain.",
        wrong: "[topic]\nWelding = \"焊接\"",
        right: "[topic]\nwelding = \"焊接\"",
    }
    removed_word_unknown "M504" Error {
        message: "要去掉的词不存在：`{word}`（类别 `{group}`）" / "the word to be removed is not in the group `{group}`: `{word}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请删掉这一行" / "remove this line"],
        about: "`false` 只能去掉已经有的词；写错标识时，想去掉的词其实还在。" / "`false` removes a word that exists; with a misspelt id the word would silently stay.",
        wrong: "[topic]\nparty_histori = false",
        right: "[topic]\nparty_history = false",
    }
    fixed_word_group "M505" Error {
        message: "类别 `{group}` 的词是固定的，不能增加或去掉 `{word}`" / "the words of `{group}` are given: `{word}` cannot be added or removed",
        help: ["可以改名称，例如 `[mode] onsite = \"现场\"`；固定的词：{words}" / "labels may be changed, as in `[mode] onsite = \"…\"`; the words are: {words}"],
        about: "系统要根据这些词判断（例如线上还是线下、出席还是请假），所以只能改显示的名称。" / "yuandi acts on these words (online or on site, present or on leave), so only their labels may change.",
        wrong: "[mode]\nonline = false",
        right: "[mode]\nonsite = \"现场\"",
    }
}
