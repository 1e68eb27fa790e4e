namespace RbacGrains.Model;

/// <summary>A place in a document: line and column, both from 1.</summary>
internal readonly record struct Place(int Line, int Column) : IComparable<Place>
{
    public int CompareTo(Place other) => (Line, Column).CompareTo((other.Line, other.Column));
}
