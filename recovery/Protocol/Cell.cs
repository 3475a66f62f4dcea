namespace DrInfra.Recovery.Protocol;

/// <summary>A variable of a <see cref="Machine"/>: some bits of its state.</summary>
/// <param name="Name">As the Promela model calls it.</param>
/// <param name="Shift">Its lowest bit.</param>
/// <param name="Width">Its bits.</param>
public sealed record Cell(string Name, int Shift, int Width)
{
    private readonly ulong _mask = (1UL << Width) - 1;

    /// <summary>Its value in a state.</summary>
    public int Of(ulong state) => (int)((state >> Shift) & _mask);

    /// <summary>Whether it is not 0 in a state.</summary>
    public bool Is(ulong state) => ((state >> Shift) & _mask) != 0;

    /// <summary>The state with another value of it.</summary>
    public ulong With(ulong state, int value) => (state & ~(_mask << Shift)) | ((ulong)value << Shift);

    /// <summary>The state with another value of it.</summary>
    public ulong With(ulong state, bool value) => With(state, value ? 1 : 0);
}
