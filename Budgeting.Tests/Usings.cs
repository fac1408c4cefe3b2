global using FluentAssertions;
global using Xunit;
// The browser tests and those of components find things by the same roles.
global using AriaRole = Microsoft.Playwright.AriaRole;
