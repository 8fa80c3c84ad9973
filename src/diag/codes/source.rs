//! Codes of `source`: names, links, reading, encodings.

super::codes! {
    bad_file_name "S001" Error {
        message: "文件名不能用于所有系统：`{path}`" / "this file name cannot be used on every system: `{path}`",
        help: ["请改名，例如 `{better}`" / "rename it, for example to `{better}`"],
        about: "站点会被拷贝到 Windows、Linux 和 U 盘上。保留名（如 con、aux）、以点或空格结尾的名字、含 `< > : \" \\ | ? *` 或控制字符的名字、过长的名字在其中一些系统上无法保存。"
            / "A site is copied to Windows, Linux and USB sticks. Reserved names (con, aux), names that end in a dot or a space, names with `< > : \" \\ | ? *` or control characters, and very long names cannot be stored on some of them.",
        wrong: "content/news/aux.md",
        right: "content/news/auxiliary.md",
    }
    colliding_names "S002" Error {
        message: "两个文件名只有大小写或字符组合方式不同：`{path}` 与 `{first}`" / "two names differ only in case or in how characters are composed: `{path}` and `{first}`",
        help: ["请把其中一个改成明显不同的名字" / "give one of them a clearly different name"],
        about: "Windows 和 macOS 把这样的两个名字当成同一个文件，拷贝时会丢失一个。" / "Windows and macOS take two such names for one file, and a copy would lose one of them.",
        wrong: "content/news/Spring.md 与 content/news/spring.md",
        right: "content/news/spring-2025.md 与 content/news/spring-2026.md",
    }
    link_out_of_project "S003" Error {
        message: "链接指向站点文件夹之外：`{path}`" / "this link leads out of the site's folder: `{path}`",
        help: ["请把原文件复制到站点文件夹里，再删除这个链接" / "copy the file into the site's folder and remove the link"],
        about: "站点只发布自己文件夹里的内容；指向外面的链接可能把本不该公开的文件带进网站。" / "A site publishes only what is in its own folder; a link to the outside could bring in files that were never meant to be public.",
        wrong: "content/news/photos -> /home/office/photos",
        right: "content/news/photos/2026-03-15.jpg",
    }
    link_loop "S004" Error {
        message: "链接绕成了圈：`{path}`" / "this link leads back to a folder that contains it: `{path}`",
        help: ["请删除这个链接" / "remove the link"],
        about: "沿着这个链接走会一直回到上一级文件夹，永远走不完。" / "Following this link leads back to a folder above it again and again.",
        wrong: "content/news/all -> content/news",
        right: "（没有这个链接）",
    }
    unreadable_file "S005" Error {
        message: "读不到 `{path}`：{why}" / "cannot read `{path}`: {why}",
        help: ["请检查文件是否被别的程序占用、权限是否允许读取" / "check whether another program holds the file, and whether you may read it"],
        about: "文件存在，但系统不允许读取。常见原因：正被 Excel 或 WPS 打开、权限不足、网络盘断开。" / "The file exists but the system refuses to give it: held by Excel or WPS, no permission, or a network drive that went away.",
        wrong: "data/积分.csv（没有读取权限）",
        right: "data/积分.csv（可以读取）",
    }
    office_open "S006" Warning {
        message: "Excel 或 WPS 还开着一个表格：`{path}`" / "Excel or WPS still has a table open: `{path}`",
        help: ["保存并关闭表格后再生成一次，才能保证用的是最新内容" / "save and close it and build again, to be sure that the newest content is used"],
        about: "以 `~$` 开头的文件说明表格正被编辑，磁盘上的内容可能还不是最新的。" / "A file that begins with `~$` says that the table is being edited, so what is on disk may not be the newest.",
        wrong: "data/~$积分.xlsx",
        right: "data/积分.xlsx",
    }
    changing_file "S007" Error {
        message: "读取时文件一直在变：`{path}`" / "this file kept changing while it was read: `{path}`",
        help: ["请等保存或同步结束后再生成一次" / "wait until saving or syncing has ended and build again"],
        about: "同一个文件连续三次在读取过程中被改动，读到的内容可能前后不一致，所以没有采用。" / "Three times in a row the file was changed while it was being read, so what was read may not fit together and is not used.",
        wrong: "正在同步的 data/考勤.csv",
        right: "同步完成的 data/考勤.csv",
    }
    not_text "S101" Error {
        message: "不是文本，或混用了两种编码：第 {line} 行（第 {offset} 字节）开始无法识别 {byte}" / "not text, or two encodings mixed: cannot make out line {line} (byte {offset}) {byte}",
        help: ["请用记事本打开并“另存为”，编码选 UTF-8" / "open it in an editor and save it again with the encoding UTF-8"],
        about: "文件既不是 UTF-8，也不是 GBK/GB18030 或 UTF-16。常见原因是把两个不同编码的文件直接拼接在一起。" / "The file is neither UTF-8 nor GBK/GB18030 nor UTF-16, usually because two files of different encodings were joined.",
        wrong: "前半是 UTF-8、后半是 GBK 的 CSV",
        right: "整个文件都是 UTF-8 的 CSV",
    }
    not_utf8 "S102" Warning {
        message: "文件编码是 {encoding}，已自动转换" / "this file is encoded in {encoding} and was converted",
        help: ["不改也可以；要改，就用记事本打开，“另存为”时编码选 UTF-8（命令行：`iconv -f {encoding} -t UTF-8`）" / "better save it as UTF-8: `iconv -f {encoding} -t UTF-8 old > new`, or \"save as\" in an editor"],
        about: "老版本的记事本和 Excel 会存成 GBK 或 UTF-16。内容能够读出，但同一文件在别的软件里可能是乱码。" / "Older editors and Excel store GBK or UTF-16. The content can be read, but other programs may show garbage.",
        wrong: "GBK 编码的 data/branches.csv",
        right: "UTF-8 编码的 data/branches.csv",
    }
    nul_byte "S103" Error {
        message: "文本中有空字节（NUL）" / "the text has a NUL byte",
        help: ["文件可能已损坏，请用备份替换，或重新另存为 UTF-8" / "the file may be damaged: take a backup, or save it again as UTF-8"],
        about: "正常的文本里没有空字节；它通常来自没有存完的文件，或不带标记的 UTF-16。" / "Text has no NUL bytes; they come from files that were not saved to the end, or from UTF-16 without a mark.",
        wrong: "被截断的 activity.md",
        right: "重新保存的 activity.md",
    }
}
