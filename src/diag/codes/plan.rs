//! Codes of `plan`: addresses, and what the host accepts.

super::codes! {
    address_taken "P001" Error {
        message: "两个页面要用同一个地址：`{path}`" / "two pages want the same address: `{path}`",
        help: ["请给其中一篇换一个文件名，或在文件头写 `slug = \"另一个名字\"`" / "rename one of the files, or give it `slug = \"another-name\"`"],
        about: "每个地址只能有一个页面。栏目页（如 `activities/index.html`）的地址不能被文章占用，旧地址（aliases）也不能与现有页面相同。" / "An address can have one page only. Addresses of sections are taken, and an old address (alias) cannot be that of a page that exists.",
        wrong: "aliases = [\"news/\"]",
        right: "aliases = [\"old-news/2024/\"]",
    }
    bad_alias "P002" Error {
        message: "旧地址无法用普通主机实现：`{alias}`" / "a plain host cannot answer at this old address: `{alias}`",
        help: ["旧地址只能用小写字母、数字、`-`、`_` 和 `/`，以 `/` 或 `.html` 结尾" / "use lower-case letters, digits, `-`, `_` and `/`, ending in `/` or `.html`"],
        about: "旧地址会变成一个跳转页面。`.aspx`、`.php` 一类的地址会被主机当成程序，中文和大写字母在有些主机上打不开。" / "An old address becomes a page that leads on. Hosts take `.aspx` or `.php` for programs, and capitals or Chinese characters fail on some.",
        wrong: "aliases = [\"/News/Show.aspx?id=3\"]",
        right: "aliases = [\"news/show-3.html\"]",
    }
    no_base_url "P003" Warning {
        message: "没有写 `base_url`，所以不生成订阅源、网站地图和 404 页" / "there is no `base_url`, so feeds, site map and the 404 page are left out",
        help: ["在 `site.toml` 的 `[site]` 下写 `base_url = \"https://网站地址/\"`" / "write `base_url = \"https://address/\"` below `[site]` in `site.toml`"],
        about: "站内链接都是相对的，不需要网址；只有订阅源、网站地图、404 页和分享信息必须写出完整网址。" / "Links inside the site are relative and need no address; feeds, the site map, the 404 page and sharing need the full one.",
        wrong: "[site]\ntitle = \"党建园地\"",
        right: "[site]\ntitle = \"党建园地\"\nbase_url = \"https://dangjian.example.edu.cn/\"",
    }
    host_refuses_type "P101" Error {
        message: "主机不接受 `.{ending}` 文件：`{path}`" / "the host does not accept `.{ending}` files: `{path}`",
        help: ["请主机管理员放行 `.{ending}`，或把它加入 `site.toml` 的 `[host] allow_ext`，或换一种格式的附件" / "ask the host to accept `.{ending}` and add it to `[host] allow_ext` in `site.toml`, or use another format"],
        about: "学校站群常常只接受列出的文件类型。`[host] allow_ext` 说明了主机接受哪些；其中没有的类型上传后会打不开。" / "Campus hosts often accept listed file types only. `[host] allow_ext` says which; any other would not open after upload.",
        wrong: "[host]\nallow_ext = [\"html\", \"css\"]",
        right: "[host]\nallow_ext = [\"html\", \"css\", \"js\", \"json\", \"xml\", \"txt\", \"ics\", \"webp\", \"jpg\", \"png\", \"svg\"]",
    }
    too_many_files "P102" Error {
        message: "文件太多：{n} 个，主机最多接受 {max} 个" / "too many files: {n}, and the host accepts {max}",
        help: ["请主机管理员提高上限，或删去过时的内容和图片" / "ask the host for a higher limit, or remove outdated content and pictures"],
        about: "`[host] max_files` 说明了主机最多能放多少个文件。" / "`[host] max_files` says how many files the host can hold.",
        wrong: "[host]\nmax_files = 100",
        right: "[host]\nmax_files = 50000",
    }
    too_many_bytes "P103" Error {
        message: "网站太大：{n} 字节，主机最多接受 {max} 字节" / "the site is too large: {n} bytes, and the host accepts {max}",
        help: ["请主机管理员提高上限，或删去大的附件" / "ask the host for a higher limit, or remove large attachments"],
        about: "`[host] max_bytes` 说明了主机最多能放多少字节。" / "`[host] max_bytes` says how many bytes the host can hold.",
        wrong: "[host]\nmax_bytes = 1000",
        right: "[host]\nmax_bytes = 2000000000",
    }
    heavy_page "P201" Warning {
        message: "页面太重：`{path}` 压缩后 {n} KB，预算是 {max} KB" / "a heavy page: `{path}` has {n} KB compressed, and the budget is {max} KB",
        help: ["请把长文分成几篇，或减少一页上的条目" / "split the text, or show fewer items on a page"],
        about: "在信号不好的手机上，页面越重打开越慢。网页预算 30 KB、样式 12 KB、脚本 15 KB（压缩后）。`[budget] strict = true` 时按错误处理。" / "On a weak network a heavy page opens slowly. Budgets, compressed: HTML 30 KB, styles 12 KB, scripts 15 KB. With `[budget] strict = true` it is an error.",
        wrong: "一篇二十万字的文章",
        right: "分成十篇的文章",
    }
}
