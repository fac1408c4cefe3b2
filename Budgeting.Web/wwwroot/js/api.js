// The page about the API: Swagger UI on the server's own description of it, light or dark like every other page.

const chosen = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
const theme = chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
document.documentElement.dataset.theme = theme;
document.documentElement.classList.toggle('dark-mode', theme === 'dark');

SwaggerUIBundle({
  url: '../openapi/v1.json',
  dom_id: '#swagger-ui',
  displayOperationId: true,
  docExpansion: 'none', // of so many operations it would draw only those in view, which no search of the browser finds
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
