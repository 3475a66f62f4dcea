namespace DrInfra.Tests.Fuzz;

/// <summary>Something that reads bytes of others.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Samples">Sound inputs, which are damaged.</param>
/// <param name="Damage">Makes a damaged input of the samples, the same for the same seed.</param>
/// <param name="Read">Reads them; true where they were read, false where they were refused as the contract says. Anything thrown is a failure.</param>
public sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Samples, Func<IReadOnlyList<byte[]>, int, byte[]> Damage, Func<byte[], bool> Read);
