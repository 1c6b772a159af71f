// A dialog that closes gives the focus back to what opened it: the field gets it after that.
export function bring(id) {
  const go = () => {
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
  const open = document.querySelector('dialog[open]');
  if (open) {
    open.addEventListener('close', go, { once: true });
  } else {
    go();
  }
}
