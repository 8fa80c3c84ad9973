"""Writes n Chinese pages of about 1,000 characters, the same for the same n: one tree for yuandi and one for Hugo."""

import datetime
import random
import sys
from pathlib import Path

WORDS = (
    "支部 党员 学习 活动 主题 组织 会议 讨论 服务 志愿 课程 实训 教师 学生 班级 数控 机床 技能 竞赛 项目 研究 成果 经验 交流 "
    "计划 总结 落实 推进 完成 认真 围绕 结合 开展 参加 深入 广泛 持续 有序 共同 及时 主动 先后 重点 基层 工作 任务 问题 措施 "
    "意见 建议 制度 质量 能力 水平 思想 理论 精神 文件 内容 形式 时间 地点 现场 线上 线下 记录 照片 材料 档案 数据 指标 结果"
).split()
TAGS = [f"标签{n:02}" for n in range(40)]


def sentence(rng):
    return "".join(rng.choice(WORDS) for _ in range(rng.randint(6, 14)))


def paragraph(rng, n_chars):
    parts, n = [], 0
    while n < n_chars:
        part = sentence(rng)
        n += len(part) + 1
        parts.append(part)
    return "，".join(parts) + "。"


def body(rng):
    blocks = [paragraph(rng, 180)]
    for _ in range(3):
        blocks.append("## " + sentence(rng)[:12])
        blocks.append(paragraph(rng, 160) + f"**{rng.choice(WORDS)}：**" + sentence(rng) + "。")
    blocks.append("\n".join(f"- {sentence(rng)}" for _ in range(4)))
    blocks.append(f"见[学校网站](https://www.example.edu.cn/{rng.randint(1, 999)})。")
    return "\n\n".join(blocks) + "\n"


def main():
    n, out = int(sys.argv[1]), Path(sys.argv[2])
    rng = random.Random(n)
    day = datetime.date(2026, 3, 31)
    for name in ("yuandi", "hugo"):
        (out / name / "content" / "news").mkdir(parents=True)
    for idx in range(n):
        title, tags = sentence(rng)[:18], rng.sample(TAGS, 2)
        date = day - datetime.timedelta(days=rng.randint(0, 3000))
        quoted = ", ".join(f'"{tag}"' for tag in tags)
        text = f'+++\ntitle = "{title}"\ndate = {date}\ntags = [{quoted}]\n+++\n\n{body(rng)}'
        for name in ("yuandi", "hugo"):
            folder = out / name / "content" / "news" / f"{idx // 1000:03}"
            folder.mkdir(exist_ok=True)
            (folder / f"p{idx:06}.md").write_text(text, encoding="utf-8")
    (out / "yuandi" / "site.toml").write_text(
        '[site]\ntitle = "对比"\norg = "示例学院"\nbase_url = "https://example.edu.cn/"\n\n[links]\nallow = ["example.edu.cn"]\n', encoding="utf-8"
    )
    hugo = out / "hugo"
    (hugo / "hugo.toml").write_text(
        'baseURL = "https://example.edu.cn/"\ntitle = "对比"\nlanguageCode = "zh-CN"\nhasCJKLanguage = true\n'
        "[pagination]\npagerSize = 20\n",
        encoding="utf-8",
    )
    for name, page in (("bare", BARE), ("equal", EQUAL)):
        layouts = hugo / f"layouts-{name}"
        layouts.mkdir()
        (layouts / "single.html").write_text(page, encoding="utf-8")
        (layouts / "list.html").write_text(LIST, encoding="utf-8")


HEAD = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }} · {{ .Site.Title }}</title>'
    '<meta name="description" content="{{ .Summary | plainify | truncate 120 }}">'
)
BODY = '</head><body><header><a href="{{ "/" | relURL }}">{{ .Site.Title }}</a></header><main><h1>{{ .Title }}</h1>'
FOOT = "</main><footer>{{ .Site.Title }}</footer></body></html>"
TEXT = (
    '<time>{{ .Date.Format "2006-01-02" }}</time>{{ .TableOfContents }}{{ .Content }}'
    '<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
    '{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    '{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
)
BARE = HEAD + BODY + TEXT + FOOT
EQUAL = (
    HEAD
    + '<link rel="canonical" href="{{ .Permalink }}"><meta property="og:title" content="{{ .Title }}">'
    '<meta property="og:description" content="{{ .Summary | plainify | truncate 120 }}">'
    '<script type="application/ld+json">{{ dict "@type" "Article" "headline" .Title "datePublished" (.Date.Format "2006-01-02") '
    '"url" .Permalink | jsonify | safeJS }}</script>'
    + BODY
    + '<nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>'
    '<ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol>'
    + TEXT
    + '{{ range first 4 (.Site.RegularPages.Related .) }}<article><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>'
    "<p>{{ .Summary }}</p></article>{{ end }}" + FOOT
)
LIST = (
    HEAD
    + BODY
    + '{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary }}</p></article>{{ end }}'
    '{{ template "_internal/pagination.html" . }}' + FOOT
)


if __name__ == "__main__":
    main()
