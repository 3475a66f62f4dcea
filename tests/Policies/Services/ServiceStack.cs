namespace DrInfra.Tests.Policies.Services;

/// <summary>One service in a program of two Regions: as it should be, and as it only looks.</summary>
/// <param name="Sham">The same resources, with what recovery hangs on left out.</param>
/// <param name="Broken">The rules that the sham breaks.</param>
internal sealed record ServiceStack(string Name, ServiceGraph Sound, ServiceGraph Sham, params string[] Broken)
{
    public override string ToString() => Name;
}
