namespace Budgeting.Core.SampleData;

/// <summary>What there is to look at of a module. Each is found in this assembly, so that a module is named nowhere else.</summary>
internal interface ISampleData
{
    /// <summary>The lower ones are there when a higher one is added.</summary>
    int Order { get; }

    /// <summary>What is counted, in the plural.</summary>
    string Name { get; }

    /// <summary>Adds what isn't there yet, and leaves what is as it is: a second time adds nothing.</summary>
    /// <returns>How many were added.</returns>
    Task<int> FillAsync(CancellationToken cancellationToken);
}
