namespace Pulumi.Serialization;

internal sealed class OutputSlot<TResource, T>(string name, int index, Action<TResource, Output<T>> set) : OutputSlot(name, index)
    where TResource : Resource
{
    internal override void CheckType() => WireConverter.CheckType(typeof(T));

    internal override void Initialise(Resource resource, ResourceRegistration registration) =>
        set((TResource)resource, new Output<T>(registration, this));
}
