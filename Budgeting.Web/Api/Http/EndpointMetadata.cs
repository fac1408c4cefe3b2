using Microsoft.OpenApi;

namespace Budgeting.Web.Api.Http;

/// <summary>Says of an endpoint, for its documentation, that it heeds a request header.</summary>
internal sealed record TakesHeader(string Name);

/// <summary>Says what a parameter may be, where its type is wider.</summary>
internal sealed record ParameterSchema(string Name, OpenApiSchema Schema);

/// <summary>Says that it may refuse with a status that others of its kind don't.</summary>
internal sealed record MayRefuse(int Status);
