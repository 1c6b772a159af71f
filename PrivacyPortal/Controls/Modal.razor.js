export function show(dialog) {
  if (!dialog.open) {
    dialog.showModal();
    const first = dialog.querySelector('.modal-body [autofocus], .modal-body input:not([type=hidden]), .modal-body select, .modal-body textarea, .modal-actions button');
    (first ?? dialog).focus();
  }
}

export function close(dialog) {
  if (dialog.open) {
    dialog.close();
  }
}
