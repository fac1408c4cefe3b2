using Budgeting.Web.Commands;

return await CommandLine.RunAsync(args);
