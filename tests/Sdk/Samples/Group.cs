using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

public sealed class Group : ComponentResource
{
    public const string TypeToken = "test:index:Group";

    public Group(string name, ComponentResourceOptions? options = null, Action<Group>? fill = null) : base(TypeToken, name, options)
    {
        Label = Output.Create($"label of {name}");
        fill?.Invoke(this);
    }

    [Output("label")]
    public Output<string> Label { get; private set; }

    public void Register() => RegisterOutputs();

    public void Register(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}
