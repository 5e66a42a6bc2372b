/*
 * Copyright 2026 The Chokepoint Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { setFlagsFromString } from 'node:v8';

/*
 * The demo runs on machines that have other things to do. By default Node lets
 * the heap grow to four times what is in use before it looks for garbage, as
 * far as the memory of the machine allows; this makes it look after a third.
 * Backends in containers do not need it: there Node goes by the container's
 * memory.
 */
setFlagsFromString('--heap-growing-percent=30');
