// The secret of a guest link comes behind the #, which browsers keep to themselves, and goes on in a form: no address, and so no
// server's log, has it.
const secret = location.hash.slice(1);
if (secret) {
    history.replaceState(null, '', location.pathname);
    const form = document.getElementById('open-guest-link');
    form.elements['Form.Link'].value = secret;
    form.requestSubmit();
}
