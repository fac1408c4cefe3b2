namespace Budgeting.Web.Api.Http;

/// <summary>Says of an endpoint, for its documentation, that it heeds a request header.</summary>
internal sealed record TakesHeader(string Name);
