/** The demo page: passes language and theme on, and lists what the game tells. */
const game = document.querySelector('mikiwame-game');
const list = document.querySelector('#told');

for (const button of document.querySelectorAll('button')) {
  button.addEventListener('click', () => {
    const { language, theme } = button.dataset;
    if (language !== undefined) game.setAttribute('lang', language);
    if (theme !== undefined) game.setAttribute('theme', theme);
  });
}

for (const type of ['ready', 'started', 'progress', 'result', 'state', 'closed']) {
  game.addEventListener(`mikiwame-${type}`, ({ detail }) => {
    const item = document.createElement('li');
    item.textContent = `${type} ${JSON.stringify(detail).slice(0, 200)}`;
    list.append(item);
    while (list.children.length > 50) list.firstElementChild.remove();
  });
}
