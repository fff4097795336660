import { expect, test } from "./fixtures.ts";

/** The same thought in scripts of every kind of line breaking and both directions. */
const texts = {
  Arabic: "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق، وقد وهبوا عقلا وضميرا",
  Hebrew: "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם ויש להם תבונה ומצפון",
  Persian: "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند",
  Chinese: "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。",
  Japanese: "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
  Korean: "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
  Devanagari: "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है",
  Thai: "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม",
  Armenian: "Բոլոր մարդիկ ծնվում են ազատ ու հավասար իրենց արժանապատվությամբ ու իրավունքներով",
  Georgian: "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით",
  Cyrillic: "Все люди рождаются свободными и равными в своем достоинстве и правах",
  Emoji: "Schools 🏫 should be open 👩‍👩‍👧‍👦 to all 🌍🌎🌏, whatever 🇩🇪🇨🇳🇮🇳 their flag 👍🏽👍🏿 ❤️ ☀️",
} as const;

const rightToLeft = ["Arabic", "Hebrew", "Persian"];
const names = Object.keys(texts) as (keyof typeof texts)[];

test.use({
  startingMap: {
    title: "All scripts",
    cards: names.map((name, index) => ({
      text: texts[name],
      at: [(index % 4) * 290, Math.floor(index / 4) * 230],
    })),
  },
});

test("text in any script stays within its card, on the side from which it runs", async ({ owner }) => {
  for (const name of names) {
    const card = owner.canvas.card(texts[name]);
    await expect(card).toBeVisible();
    const { left, right, direction, isWhole } = await card.evaluate((element, text) => {
      const block = [...element.querySelectorAll("[dir]")].find((part) => part.textContent !== "");
      if (!block) throw new Error("The card shows no text.");
      const [outer, own] = [element.getBoundingClientRect(), block.getBoundingClientRect()];
      const letters = (from: string) => from.replaceAll(/\s/gu, "");
      return {
        left: own.left - outer.left,
        right: outer.right - own.right,
        direction: getComputedStyle(block).direction,
        isWhole: letters(block.textContent ?? "") === letters(text),
      };
    }, texts[name]);
    expect(left, `${name}, left`).toBeGreaterThanOrEqual(0);
    expect(right, `${name}, right`).toBeGreaterThanOrEqual(0);
    expect(direction, name).toBe(rightToLeft.includes(name) ? "rtl" : "ltr");
    expect(isWhole, `${name}: every letter is there`).toBe(true);
  }
});

test("one writes from the side from which the text runs, as soon as it has a letter", async ({ owner }) => {
  const { canvas } = owner;
  await canvas.select(canvas.card(texts.Hebrew));
  await owner.press("Enter");
  await expect(canvas.writing).toHaveCSS("direction", "rtl");
  await owner.press("Escape", "n");
  await expect(canvas.writing).toBeFocused();
  await expect(canvas.writing).toHaveCSS("direction", "ltr");
  await owner.page.keyboard.insertText("2024: ");
  await expect(canvas.writing).toHaveCSS("direction", "ltr");
  await owner.page.keyboard.insertText("مدارس");
  await expect(canvas.writing).toHaveCSS("direction", "rtl");
});
