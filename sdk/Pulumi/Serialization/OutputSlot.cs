namespace Pulumi.Serialization;

/// <summary>One output property of a resource class.</summary>
internal abstract class OutputSlot(string name, int index)
{
    internal string Name { get; } = name;
    internal int Index { get; } = index;

    /// <exception cref="InvalidOperationException">Outputs cannot have the type of this property.</exception>
    internal abstract void CheckType();

    internal abstract void Initialise(Resource resource, ResourceRegistration registration);
}
