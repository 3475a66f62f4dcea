namespace Pulumi;

public static class InputListExtensions
{
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value)
    {
        InputUnion<T0, T1> either = value;
        list.Add((Input<Union<T0, T1>>)either);
    }

    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value)
    {
        InputUnion<T0, T1> either = value;
        list.Add((Input<Union<T0, T1>>)either);
    }
}
