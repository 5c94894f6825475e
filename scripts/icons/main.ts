import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { icons } from './draw';

const folder = join(__dirname, '../../icons');
for (const name of readdirSync(folder)) rmSync(join(folder, name));
for (const [name, svg] of icons()) writeFileSync(join(folder, name), svg);
