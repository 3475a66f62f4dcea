using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The root of all resources. A derived class creates them in its constructor and shows results as output properties.</summary>
public class Stack : ComponentResource
{
    private const string StackType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(StackType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", Convert(options)) =>
        Deployment.Internal.Stack = this;

    /// <exception cref="RunException">An output property has no value or is no output.</exception>
    internal void RegisterPropertyOutputs()
    {
        var outputs = OutputPlan.For(GetType()).Properties.Where(output => output.Name != Constants.UrnProperty)
            .Select(output => (output.Name, Value: output.Property.GetValue(this))).ToList();

        var missing = outputs.Where(output => output.Value is null).Select(output => output.Name).ToList();
        if (missing.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing)}' have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        var others = outputs.Where(output => output.Value is not IOutput).Select(output => output.Name).ToList();
        if (others.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", others)}' have incorrect type. "
                + "[Output] attributed properties must be instances of Output<T>.");
        }

        RegisterOutputs(outputs.ToImmutableDictionary(output => output.Name, output => output.Value));
    }

    private static ComponentResourceOptions? Convert(StackOptions? options) => options is null ? null : new ComponentResourceOptions
    {
        ResourceTransformations = options.ResourceTransformations,
        ResourceTransforms = options.ResourceTransforms,
    };
}
