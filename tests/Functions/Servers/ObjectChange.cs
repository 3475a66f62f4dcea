namespace DrInfra.Tests.Functions.Servers;

/// <summary>A change of an object in a cluster, such as "cronjobs/report suspend=false".</summary>
/// <param name="At">When it was made, since the tests began.</param>
internal sealed record ObjectChange(string Text, TimeSpan At);
