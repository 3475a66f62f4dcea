namespace DrInfra.Tests.Hosting;

/// <summary>One process for all tests of a class.</summary>
public sealed class RunningPack : IAsyncLifetime
{
    internal PackProcess Pack { get; private set; } = null!;

    public async Task InitializeAsync() => Pack = await PackProcess.StartAsync();

    public async Task DisposeAsync() => await Pack.DisposeAsync();
}
