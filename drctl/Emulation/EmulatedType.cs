namespace DrInfra.Drctl.Emulation;

/// <summary>Pure: the same request gives the same answer.</summary>
internal delegate EmulatedResource Emulator(EmulationRequest request);

/// <summary>Where an id may exist once.</summary>
internal enum IdentityScope
{
    Region,
    Account,

    /// <summary>Once in a Kubernetes cluster.</summary>
    Cluster,

    /// <summary>Once for all accounts (bucket names).</summary>
    Everywhere,

    /// <summary>The id says nothing (random resources all answer "none").</summary>
    Nowhere,
}

internal sealed record EmulatedType(string Token, Emulator Create, IdentityScope Scope = IdentityScope.Region);
