// The quiz: answered by keyboard alone, judged in words, scored, taken up again, and the same for the same address. From a server and
// from disk. Each check returns its faults as texts.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { everyWay } from './visits.mjs';

export function quizVisits(tree) {
  return quizPages(tree).slice(0, 1).flatMap((address) => [
    ...everyWay({ address, what: 'quiz', check: checkQuiz }),
    { address, what: 'quiz', way: 'no scripts', check: checkQuizWithoutScripts },
  ]);
}

// The quizzes of the tree; [] when it has none.
function quizPages(tree) {
  try {
    return readdirSync(join(tree, 'quiz')).filter((name) => name !== 'index.html' && name.endsWith('.html')).sort()
      .map((name) => `quiz/${name}`)
      .filter((address) => readFileSync(join(tree, address), 'utf8').includes('data-quiz='));
  } catch {
    return [];
  }
}

const shownQuestion = (page) => page.evaluate(() => document.querySelector('.quiz-form')?.dataset.question ?? '');
const rightOptions = (page, id) => page.evaluate((question) =>
  [...document.getElementById(question).querySelectorAll('[data-right]')].map((option) => option.dataset.option), id);

// Opening the same document again with another hash would only move within it. What is still on its way when a page is left counts
// as failed.
async function open(page, url) {
  await page.waitForLoadState('networkidle');
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'load' });
}

// Answers the question that shows: Tab and arrows reach the options, Enter hands in, Enter goes on.
async function answerByKeyboard(page, right) {
  const id = await shownQuestion(page);
  const wanted = await rightOptions(page, id);
  const kind = await page.evaluate(() => document.querySelector('.quiz-form input').type);
  const options = await page.evaluate(() => [...document.querySelectorAll('.quiz-form input')].map((input) => input.value));
  await page.keyboard.press('Tab');
  if (kind === 'radio') {
    const target = right ? options.indexOf(wanted[0]) : options.findIndex((option) => option !== wanted[0]);
    await page.keyboard.press('Space');
    for (let step = 0; step < target; step += 1) await page.keyboard.press('ArrowDown');
  } else {
    // Wrong is to choose everything but one of the right ones.
    for (const option of options) {
      const choose = right ? wanted.includes(option) : option !== wanted[0];
      if (choose) await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  return id;
}

async function orderOf(page) {
  return page.evaluate(() => JSON.parse(localStorage.getItem(`kepu-quiz-${document.querySelector('[data-quiz]').dataset.quiz}`)).order);
}

async function checkQuiz(page, url) {
  const faults = [];
  await open(page, `${url}#paper=quick&seed=7`);
  const order = await orderOf(page);
  const total = await page.evaluate(() => document.querySelectorAll('.question').length);
  if (order.length !== JSON.parse(await page.getAttribute('[data-quiz]', 'data-papers')).find((paper) => paper.id === 'quick').count) {
    faults.push(`the quick paper asks ${order.length} questions`);
  }
  if (new Set(order).size !== order.length) faults.push('a question is asked twice');

  // Nothing chosen: it says so and waits.
  await page.focus('.quiz-form [type=submit]');
  await page.keyboard.press('Enter');
  if (!(await page.locator('[data-quiz] [aria-live]').innerText()).trim()) faults.push('handing in nothing is not announced');
  await page.evaluate(() => document.querySelector('.quiz-form legend').focus());

  // The first one wrong, the others right, all by keyboard.
  for (let number = 0; number < order.length; number += 1) {
    const id = await answerByKeyboard(page, number !== 0);
    if (id !== order[number]) faults.push(`question ${number + 1} is ${id}, not ${order[number]}`);
    const verdict = await page.evaluate(() => {
      const shown = document.querySelector('.quiz-verdict');
      return shown && {
        right: shown.classList.contains('is-true'),
        words: shown.querySelector('.quiz-verdict-title').innerText.trim(),
        icon: shown.querySelector('.quiz-verdict-title svg') !== null,
        answer: shown.querySelector('.solution-answer')?.innerText ?? '',
        sources: shown.querySelectorAll('.citations li').length,
        said: document.querySelector('[data-quiz] [aria-live]').innerText,
        focus: document.activeElement.dataset.next !== undefined,
        marks: document.querySelectorAll('.quiz-mark').length,
      };
    });
    if (!verdict) {
      faults.push(`question ${number + 1} is not judged by Enter`);
      return faults;
    }
    if (verdict.right !== (number !== 0)) faults.push(`question ${number + 1} is judged ${verdict.right}`);
    if (!verdict.words || !verdict.icon || !verdict.marks) faults.push('the verdict is a matter of colour');
    if (!verdict.said.includes(verdict.words)) faults.push('the verdict is not announced');
    if (!verdict.answer || !verdict.sources) faults.push(`question ${number + 1} shows no answer or no source`);
    if (!verdict.focus) faults.push('the focus does not go on to the next question');
    // Half way the page is left: it goes on where it was.
    if (number === 2) {
      await open(page, `${url}#paper=quick&seed=7`);
      if (await shownQuestion(page) !== order[3]) faults.push('a reload does not resume at the fourth question');
      await open(page, url);
      const resume = page.locator('[data-resume]');
      if (await resume.count() !== 1) faults.push('no way to take up what was begun');
      else await resume.click();
      if (await shownQuestion(page) !== order[3]) faults.push('resuming leads to another question');
    } else {
      await page.keyboard.press('Enter');
    }
  }
  const score = (await page.locator('.quiz-score').innerText()).replace(/\s+/g, '');
  if (score !== `${order.length - 1}/${order.length}`) faults.push(`the score is ${score}`);

  // The wrong one again, now right.
  await page.locator('.quiz-buttons .button-full').click();
  if (await shownQuestion(page) !== order[0]) faults.push('the wrong question is not asked again');
  await answerByKeyboard(page, true);
  await page.keyboard.press('Enter');
  const second = (await page.locator('.quiz-score').innerText()).replace(/\s+/g, '');
  if (second !== '1/1') faults.push(`the score of the second try is ${second}`);

  // The same address asks the same, another seed something else; "all" asks everything.
  await page.evaluate(() => localStorage.clear());
  await open(page, `${url}#paper=quick&seed=7`);
  if ((await orderOf(page)).join() !== order.join()) faults.push('the same seed asks other questions');
  await open(page, `${url}#paper=quick&seed=8`);
  if ((await orderOf(page)).join() === order.join()) faults.push('another seed asks the same questions');
  await open(page, `${url}#paper=all&seed=1`);
  if ((await orderOf(page)).length !== total) faults.push('the whole paper does not ask everything');
  await page.evaluate(() => localStorage.clear());
  return faults;
}

// Without scripts: every question with its options, right answer, explanation and sources; nothing that does nothing.
async function checkQuizWithoutScripts(page) {
  const faults = [];
  const questions = page.locator('.question');
  const count = await questions.count();
  if (count === 0) faults.push('no questions');
  if (await page.locator('main button, main form').count()) faults.push('there are buttons that do nothing');
  for (let i = 0; i < count; i += 1) {
    const question = questions.nth(i);
    await question.locator('.solution > summary').click();
    const ways = await question.locator('.options li:visible').count();
    const answer = await question.locator('.solution-answer').innerText();
    const sources = await question.locator('.citations li:visible').count();
    if (ways < 2 || answer.trim().length < 4 || sources === 0) faults.push(`question ${i + 1}: ${ways} options, answer “${answer}”, ${sources} sources`);
  }
  return faults;
}
