// Files go to the server over HTTP: a circuit's messages are too small for them.

const chosen = new WeakMap();

// What was chosen, read now: the file may be another one when it is sent.
export async function choose(input, most) {
  // Its dialog may be closed by now.
  if (!input) {
    return null;
  }

  // The same file, corrected, can be chosen again.
  input.onclick = () => { input.value = ''; };
  const [file] = input.files;
  if (!file) {
    return null;
  }

  chosen.set(input, file.size <= most ? { name: file.name, bytes: await file.arrayBuffer() } : null);
  return { name: file.name, size: file.size };
}

// Sends what was chosen, and gives back what the server answers.
export async function send(input, address) {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: chosen.get(input)?.bytes });
  return answer.arrayBuffer();
}

// Puts it there, under its name.
export async function put(input, address) {
  const { name, bytes } = chosen.get(input);
  const headers = { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` };
  const answer = await fetch(address, { method: 'PUT', headers, body: bytes });
  return answer.arrayBuffer();
}
