// The acknowledgement of receipt with pdfkit: node pdfkit.mjs PAGE.json COUNT → {"milliseconds":…,"cpu":…,"bytes":…} each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [file, count, modules] = process.argv.slice(2);
const PDFDocument = createRequire(`${modules}/`)('pdfkit');
const page = JSON.parse(readFileSync(file, 'utf8'));
const fonts = { regular: readFileSync(page.fonts.regular), bold: readFileSync(page.fonts.bold), mono: readFileSync(page.fonts.mono) };

function make(number) {
  return new Promise((resolve) => {
    const doc = new PDFDocument({ size: 'A4', margins: { top: 50, bottom: 40, left: 62, right: 62 }, info: { Title: page.title } });
    for (const [name, font] of Object.entries(fonts)) doc.registerFont(name, font);
    const chunks = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks).length));
    const text = (string, x, y, font, size, colour, width = 471) => {
      doc.font(font).fontSize(size).fillColor(colour).text(string, x, y, { width });
      return doc.y;
    };
    doc.rect(0, 0, 595, 6).fill('#122b54');
    text(page.letterhead, 62, 40, 'bold', 12.5, '#122b54');
    text(page.kicker, 300, 42, 'regular', 8.5, '#5a6575', 233);
    doc.rect(62, 76, 471, 0.8).fill('#122b54');
    let y = text(page.title, 62, 100, 'bold', 22, '#122b54') + 8;
    y = text(page.lead, 62, y, 'regular', 11.5, '#1b2330') + 12;
    for (const [label, value] of page.facts) {
      text(label, 62, y + 4, 'regular', 9, '#5a6575', 138);
      y = text(label === page.facts[0][0] ? `${value}-${number}` : value, 212, y + 4, label === page.facts[0][0] ? 'mono' : 'regular', 9.5, '#1b2330', 321) + 5;
      doc.rect(62, y, 471, 0.4).fill('#d9dee6');
    }
    y = text(page.heading, 62, y + 20, 'bold', 13, '#122b54') + 6;
    for (const item of page.bullets) {
      text('•', 64, y, 'regular', 10, '#122b54');
      y = text(item, 76, y, 'regular', 10, '#1b2330', 457) + 4;
    }
    doc.rect(62, y, 471, 72).fill('#f5f7fa');
    y = text(page.notice[0], 78, y + 10, 'bold', 9.5, '#122b54', 445) + 3;
    y = text(page.notice[1], 78, y, 'regular', 9.5, '#1b2330', 445) + 24;
    page.blocks.forEach(([head, body], i) => {
      text(head, 62 + i * 164, y, 'bold', 8, '#122b54', 142);
      text(body, 62 + i * 164, y + 24, 'regular', 9, '#1b2330', 142);
    });
    y += 80;
    doc.rect(62, y, 471, 120).fill('#f5f7fa');
    for (const [x, row, width, height] of page.code) {
      doc.rect(76 + x * 92, y + 14 + row * 92, width * 92, height * 92);
    }
    doc.fill('#000000');
    let line = text(page.check[0], 182, y + 14, 'bold', 10, '#122b54', 337) + 2;
    line = text(page.check[1], 182, line, 'regular', 8.5, '#1b2330', 337);
    line = text(page.check[2], 182, line, 'regular', 8.5, '#122b54', 337) + 4;
    for (const [label, value] of page.seal) {
      text(label, 182, line, 'regular', 6.7, '#5a6575', 74);
      line = text(value, 258, line, 'mono', 6.7, '#1b2330', 263);
    }
    text(page.footer, 62, 790, 'regular', 7.5, '#5a6575', 400);
    doc.end();
  });
}

const warmUp = Math.min(20, Number(count));
for (let i = 0; i < warmUp; i++) await make(i);
const start = performance.now();
const cpu = process.cpuUsage();
let bytes = 0;
for (let i = 0; i < count; i++) bytes = await make(i);
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({ milliseconds: (performance.now() - start) / count, cpu: (used.user + used.system) / 1000 / count, bytes }));
