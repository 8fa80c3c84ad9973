"""CPU seconds that yuandi spends on one 4000×3000 photo: three WebP widths, a JPEG fallback and the squares for lists."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

N_PHOTOS = 8


def cpu(command, cwd):
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime


def main():
    yuandi, pip, work = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    subprocess.run([pip, "install", "--quiet", "pillow", "numpy"], check=True)
    python = Path(pip).with_name("python")
    site = work / "photos"
    news = site / "content" / "news"
    news.mkdir(parents=True)
    (site / "site.toml").write_text('[site]\ntitle = "照片"\norg = "示例学院"\nbase_url = "https://example.edu.cn/"\n', encoding="utf-8")
    subprocess.run([python, "-c", DRAW, str(news), str(N_PHOTOS)], check=True)
    for idx in range(N_PHOTOS):
        text = f'+++\ntitle = "照片{idx}"\ndate = 2026-03-01\n+++\n\n![示例场景{idx}](p{idx}.jpg)\n'
        (news / f"n{idx}.md").write_text(text, encoding="utf-8")
    command = [yuandi, "build", "--quiet", "--as-of", "2026-03-31", "--out", str(work / "photos-public")]
    first = cpu(command, site)
    again = cpu(command, site)
    shutil.rmtree(work / "photos-public")
    print(f"{(first - again) / N_PHOTOS:.3f} CPU s a photo of 4000×3000; {again:.3f} CPU s for the whole build again, nothing changed")


# Smooth sky, edges and grain, as a camera sees them; the same for the same number.
DRAW = """
import sys
import numpy as np
from PIL import Image
folder, n = sys.argv[1], int(sys.argv[2])
for idx in range(n):
    rng = np.random.default_rng(idx)
    y, x = np.mgrid[0:3000, 0:4000].astype(np.float32)
    base = np.stack([120 + 80 * np.sin(x / (300 + 40 * c) + idx) * np.cos(y / (260 + 30 * c)) for c in range(3)], axis=-1)
    for _ in range(60):
        cx, cy, r = rng.integers(0, 4000), rng.integers(0, 3000), rng.integers(40, 400)
        base[max(0, cy - r):cy + r, max(0, cx - r):cx + r] = base[max(0, cy - r):cy + r, max(0, cx - r):cx + r] * 0.6 + rng.integers(0, 255, 3) * 0.4
    base += rng.normal(0, 5, base.shape)
    Image.fromarray(base.clip(0, 255).astype(np.uint8)).save(f"{folder}/p{idx}.jpg", quality=90)
"""


if __name__ == "__main__":
    main()
