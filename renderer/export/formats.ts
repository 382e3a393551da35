// What a run can be given away as. To add a format: its file, a line here, and its title and help in text/en-export.ts.

import { captureFile } from './capture-file.ts';
import type { ExportFormat } from './format.ts';
import { lettersFile } from './letters-file.ts';
import { pageFile, textFile } from './transcript-file.ts';

export const EXPORT_FORMATS: readonly ExportFormat[] = [captureFile, lettersFile, textFile, pageFile];
