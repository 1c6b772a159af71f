// "Reload the page", where the connection is lost and nothing else of the page answers. A link could not do it: an empty address is the
// base's, which is home.
document.addEventListener('click', event => {
    if (event.target.closest('[data-reload]')) {
        location.reload();
    }
});
